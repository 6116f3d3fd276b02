package org.gongjian.plaque;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with an objection or an appeal, by the rules every upload keeps. */
@Component
class Evidence {

	/** The name of the field of a page. */
	static final String FIELD = "files";

	private static final int MOST = 5;

	private final Attachments attachments;

	Evidence(Attachments attachments) {
		this.attachments = attachments;
	}

	/** Those that hold anything. */
	static List<MultipartFile> chosen(List<MultipartFile> files) {
		return (files == null) ? List.of() : files.stream().filter((file) -> !file.isEmpty()).toList();
	}

	/**
	 * Takes them in.
	 * @param owner whose they are; {@link Actor#SYSTEM} where nobody may learn who
	 * brought them
	 * @return their ids
	 * @throws InvalidInput if there are too many, or one is not of a kind the house takes
	 */
	List<String> keep(Actor owner, List<MultipartFile> files, String caseNumber) {
		List<MultipartFile> chosen = chosen(files);
		if (chosen.size() > MOST) {
			throw new InvalidInput(FIELD, "plaque.violation.files", MOST);
		}
		var ids = new ArrayList<String>();
		for (MultipartFile file : chosen) {
			try (InputStream in = file.getInputStream()) {
				ids.add(this.attachments.store(owner, in, file.getOriginalFilename(), Optional.of(caseNumber))
					.id()
					.toString());
			}
			catch (InvalidInput refused) {
				throw new InvalidInput(refused.violations()
					.stream()
					.map((one) -> new org.gongjian.shared.Violation(FIELD, one.code(), one.arguments()))
					.toList());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return ids;
	}

}
