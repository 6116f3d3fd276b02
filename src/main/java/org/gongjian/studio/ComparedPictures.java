package org.gongjian.studio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.Drawings;
import org.gongjian.engine.Drawings.Version;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Two versions as pictures, what is different marked in both. */
@Component
class ComparedPictures {

	private final DiagramPicture picture;

	private final Drawings drawings;

	private final MessageSource messages;

	private final FileNames names;

	ComparedPictures(DiagramPicture picture, Drawings drawings, MessageSource messages, FileNames names) {
		this.names = names;
		this.picture = picture;
		this.drawings = drawings;
		this.messages = messages;
	}

	/** Two released versions, by what stands above each. */
	Map<String, String> of(Version from, Version to, Difference difference, Locale locale) {
		Map<String, String> pictures = new LinkedHashMap<>();
		pictures.put(title("studio.diff.version", from.version(), locale),
				this.picture.compared(this.drawings.diagram(from.definition()), difference.marksBefore(), locale));
		pictures.put(title("studio.diff.version", to.version(), locale),
				this.picture.compared(this.drawings.diagram(to.definition()), difference.marksAfter(), locale));
		return pictures;
	}

	/** What runs now and a draft; {@code null} where nothing runs yet. */
	Map<String, String> of(DiagramDraft draft, Difference difference, Locale locale) {
		return this.drawings.versions(draft.process()).stream().findFirst().map((now) -> {
			Map<String, String> pictures = new LinkedHashMap<>();
			pictures.put(title("studio.runs", now.version(), locale),
					this.picture.compared(this.drawings.diagram(now.definition()), difference.marksBefore(), locale));
			pictures.put(title("studio.draft.title", this.names.title(draft, locale), locale),
					this.picture.compared(draft.xml().getBytes(UTF_8), difference.marksAfter(), locale));
			return pictures;
		}).orElse(null);
	}

	private String title(String key, Object what, Locale locale) {
		return this.messages.getMessage(key, new Object[] { what }, locale);
	}

}
