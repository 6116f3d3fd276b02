package org.gongjian.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Checks numbers and amounts of money, typed by people or sent by programs. */
final class NumberCheck {

	private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,15}");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

	private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");

	private final TextCheck texts;

	private final Violations out;

	NumberCheck(TextCheck texts, Violations out) {
		this.texts = texts;
		this.out = out;
	}

	BigDecimal decimal(Field field, String path, Object raw) {
		return number(field, path, raw, NUMBER, 6, "form.violation.number");
	}

	/** An amount in yuan and fen. */
	BigDecimal money(Field field, String path, Object raw) {
		return number(field, path, raw, MONEY, 2, "form.violation.money");
	}

	Long integer(Field field, String path, Object raw) {
		BigDecimal number = number(field, path, raw, INTEGER, 0, "form.violation.integer");
		return (number == null) ? null : number.longValueExact();
	}

	private BigDecimal number(Field field, String path, Object raw, Pattern format, int scale, String code) {
		String text = (raw instanceof Number number) ? written(number) : this.texts.scalar(path, raw);
		if (text == null) {
			return null;
		}
		if (!format.matcher(text).matches()) {
			this.out.add(path, code);
			return null;
		}
		BigDecimal number = new BigDecimal(text);
		if (field.type() == FieldType.MONEY) {
			number = number.setScale(scale);
		}
		BigDecimal min = (field.min() != null) ? new BigDecimal(field.min())
				: (field.type() == FieldType.MONEY) ? BigDecimal.ZERO : null;
		if (min != null && number.compareTo(min) < 0) {
			this.out.add(path, "form.violation.min", min.toPlainString());
			return null;
		}
		if (field.max() != null && number.compareTo(new BigDecimal(field.max())) > 0) {
			this.out.add(path, "form.violation.max", field.max());
			return null;
		}
		return number;
	}

	/** A number of a program, written out; never longer than any we accept. */
	private static String written(Number number) {
		if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
			return number.toString();
		}
		BigDecimal exact;
		if (number instanceof Double || number instanceof Float) {
			double value = number.doubleValue();
			if (!Double.isFinite(value)) {
				return "?";
			}
			exact = BigDecimal.valueOf(value);
		}
		else if (number instanceof BigInteger integer) {
			exact = new BigDecimal(integer);
		}
		else if (number instanceof BigDecimal decimal) {
			exact = decimal;
		}
		else {
			return "?";
		}
		if (exact.signum() == 0) {
			return "0";
		}
		if (exact.precision() > 40 || Math.abs((long) exact.scale()) > 40) {
			return "?";
		}
		BigDecimal shortest = exact.stripTrailingZeros();
		return shortest.toPlainString();
	}

}
