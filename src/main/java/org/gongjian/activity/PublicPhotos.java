package org.gongjian.activity;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Makes the copies of photos that the public sees: no wider than a page and painted anew,
 * so that place, time and camera, which a file carries, stay inside.
 */
@Component
class PublicPhotos {

	private static final int LONGEST = 1600;

	/** Above so many points a picture is not opened. */
	private static final long MOST_POINTS = 60_000_000;

	private final Attachments attachments;

	PublicPhotos(Attachments attachments) {
		this.attachments = attachments;
	}

	/** Copies of a case's photos, in their order; one that is no picture is left out. */
	List<UUID> copies(String caseNumber, List<String> photos) {
		var copies = new ArrayList<UUID>();
		for (String photo : photos) {
			Attachment original = this.attachments.get(caseNumber, UUID.fromString(photo));
			copy(original).ifPresent((bytes) -> copies
				.add(this.attachments.store(Actor.SYSTEM, bytes, "public-" + (copies.size() + 1) + ".jpg", caseNumber)
					.id()));
		}
		return copies;
	}

	private Optional<byte[]> copy(Attachment original) {
		try (InputStream in = this.attachments.open(original);
				ImageInputStream image = ImageIO.createImageInputStream(in)) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
			if (!readers.hasNext()) {
				return Optional.empty();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(image, true, true);
				long points = (long) reader.getWidth(0) * reader.getHeight(0);
				return (points > MOST_POINTS) ? Optional.empty() : Optional.of(paint(reader.read(0)));
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException unreadable) {
			return Optional.empty();
		}
	}

	private static byte[] paint(BufferedImage from) {
		double factor = Math.min(1, (double) LONGEST / Math.max(from.getWidth(), from.getHeight()));
		int width = (int) Math.max(1, Math.round(from.getWidth() * factor));
		int height = (int) Math.max(1, Math.round(from.getHeight() * factor));
		BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = to.createGraphics();
		pen.setColor(java.awt.Color.WHITE);
		pen.fillRect(0, 0, width, height);
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		pen.drawImage(from, 0, 0, width, height, null);
		pen.dispose();
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ImageIO.write(to, "jpg", out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
