package org.gongjian.plaque;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code, to be drawn as one path.
 *
 * @param size the side of the square it is drawn in, quiet zone included
 * @param path the dark squares as an SVG path
 */
record QrCode(int size, String path) {

	private static final int QUIET = 4;

	private static final int PIXELS = 6;

	/** The code of an address. */
	static QrCode of(String address) {
		BitMatrix bits = bits(address);
		var path = new StringBuilder();
		for (int y = 0; y < bits.getHeight(); y++) {
			for (int x = 0; x < bits.getWidth(); x++) {
				if (bits.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		return new QrCode(bits.getWidth(), path.toString());
	}

	/** The code of an address as a {@code data:} address of a PNG. */
	static String image(String address) {
		BitMatrix bits = bits(address);
		int side = bits.getWidth() * PIXELS;
		var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				image.setRGB(x, y, bits.get(x / PIXELS, y / PIXELS) ? 0x000000 : 0xFFFFFF);
			}
		}
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
	}

	private static BitMatrix bits(String address) {
		try {
			return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("No QR code can hold " + address, ex);
		}
	}

}
