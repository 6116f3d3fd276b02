package org.gongjian.casefile;

import java.util.List;

/** The kinds of file the house takes. */
enum ContentType {

	PDF("application/pdf", "pdf"),

	DOC("application/msword", "doc"),

	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),

	XLS("application/vnd.ms-excel", "xls"),

	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),

	JPEG("image/jpeg", "jpg", "jpeg"),

	PNG("image/png", "png");

	private final String mediaType;

	private final List<String> extensions;

	ContentType(String mediaType, String... extensions) {
		this.mediaType = mediaType;
		this.extensions = List.of(extensions);
	}

	String mediaType() {
		return this.mediaType;
	}

	String extension() {
		return this.extensions.get(0);
	}

	/** Whether a name may end so for this kind. */
	boolean mayBeNamed(String name) {
		int dot = name.lastIndexOf('.');
		return dot > 0 && this.extensions.contains(name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
	}

	static ContentType ofMediaType(String mediaType) {
		for (ContentType type : values()) {
			if (type.mediaType.equals(mediaType)) {
				return type;
			}
		}
		throw new IllegalArgumentException("no kind of file of ours: " + mediaType);
	}

}
