package org.gongjian.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.gongjian.approval.Requests;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.FormContext;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case that came to nothing can be started again: its answers are in the new form. What
 * belongs to it alone, its files, and days that are over are not.
 */
@Component
@Transactional(readOnly = true)
class Again {

	private static final int DAY = 10;

	private final Cases cases;

	private final Requests requests;

	private final Clock clock;

	Again(Cases cases, Requests requests, Clock clock) {
		this.cases = cases;
		this.requests = requests;
		this.clock = clock;
	}

	/** Whether somebody is offered to start a case again. */
	boolean offered(Actor actor, CaseFile file) {
		return !file.open() && !file.status().equals("completed") && this.requests.mayStart(actor, file.process());
	}

	/**
	 * What a start form begins with.
	 * @throws NotFound if there is no such case of this process, or it is not theirs to
	 * see
	 */
	Map<String, Object> values(Actor actor, FormContext context, String number) {
		CaseFile file = this.cases.visible(actor, number);
		if (!file.process().equals(context.process())) {
			throw new NotFound("case " + number);
		}
		Map<String, Object> before = this.cases.data(number);
		Map<String, Object> values = new HashMap<>();
		for (Field field : context.form().fields()) {
			Object value = before.get(field.name());
			if (value != null && field.type() != FieldType.FILE && !field.readOnly() && !over(field, value)) {
				values.put(field.name(), value);
			}
		}
		return values;
	}

	private boolean over(Field field, Object value) {
		boolean day = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
		String today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE).toString();
		return day && value.toString().compareTo(today) < 0 && value.toString().length() >= DAY;
	}

}
