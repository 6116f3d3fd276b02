package org.gongjian.approval;

import java.util.Arrays;
import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people a copy of a case (抄送) because somebody thinks of it, not because a diagram
 * does.
 */
@Service
@Transactional
public class Sharing {

	private static final int MOST = 20;

	private final Cases cases;

	private final Copies copies;

	private final Called called;

	Sharing(Cases cases, Copies copies, Called called) {
		this.cases = cases;
		this.copies = copies;
		this.called = called;
	}

	/** The names in what somebody typed, separated by commas or the like. */
	public static List<String> names(String typed) {
		return Arrays.stream(((typed == null) ? "" : typed).split("[,，;；、\\r\\n]+"))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * Gives copies; nobody sees more by it than they may see.
	 * @throws InvalidInput if one of them is not known or may not see the case
	 * @throws NotAllowed for an auditor
	 */
	public void copy(Actor actor, String caseNumber, List<String> users) {
		CaseFile file = this.cases.visible(actor, caseNumber);
		if (actor.readsOnly()) {
			throw new NotAllowed("casefile.reads-only");
		}
		List<String> wanted = (users == null) ? List.of() : users.stream().distinct().toList();
		if (wanted.isEmpty() || wanted.size() > MOST) {
			throw new InvalidInput("users", "approval.signers.users", MOST);
		}
		List<String> receivers = wanted.stream().map((name) -> receiver(file, name)).distinct().toList();
		this.cases.lock(caseNumber);
		this.copies.give(caseNumber, receivers);
		receivers.forEach((username) -> this.cases.log(caseNumber,
				LogEntry.of(actor.username(), "COPIED", null, null).concerning(username)));
	}

	private String receiver(CaseFile file, String name) {
		List<String> found = this.called.so(String.valueOf(name), (one) -> Cases.mayGetToSee(one, file));
		if (found.size() != 1) {
			throw found.isEmpty() ? new InvalidInput("users", "approval.copy.stranger", String.valueOf(name))
					: new InvalidInput("users", "approval.receiver.several", name, String.join(", ", found));
		}
		return found.get(0);
	}

}
