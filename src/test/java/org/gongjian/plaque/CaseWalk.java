package org.gongjian.plaque;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.HouseRequests;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Answer;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.springframework.beans.factory.BeanFactory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** One case on its way through the whole house, decided by the people it asks. */
final class CaseWalk {

	private static final String COMMENT = "because it is right, as everybody who was there saw and said";

	private final BeanFactory house;

	private String number;

	CaseWalk(BeanFactory house) {
		this.house = house;
	}

	CaseWalk open(String process, String username, Map<String, Object> data) {
		this.number = bean(HouseRequests.class).open(process, actor(username), data).number();
		return this;
	}

	CaseWalk follow(String caseNumber) {
		this.number = caseNumber;
		return this;
	}

	CaseWalk decide(String username, String step, String decision, Map<String, Object> data) {
		Actor actor = actor(username);
		WorkItem item = bean(Desk.class).openTasks(file())
			.stream()
			.filter((open) -> open.step().equals(step) && bean(Desk.class).people(open).contains(username))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open for " + username + " but " + openSteps()));
		var filled = bean(FormSessions.class).fill(bean(Desk.class).context(actor, item), data,
				Answer.of(decision, COMMENT, Map.of("coiDeclared", "true")));
		bean(Decisions.class).decide(actor, item.id(), filled, null);
		return this;
	}

	CaseWalk fire(String timer) {
		var management = bean(ProcessEngine.class).getManagementService();
		Job job = management.createJobQuery().processInstanceId(file().instance()).activityId(timer).singleResult();
		assertThat(job).as(timer).isNotNull();
		management.executeJob(job.getId());
		return this;
	}

	/** A file of that person, waiting for a form. */
	String upload(String username, String name) {
		byte[] bytes = name.endsWith(".pdf") ? "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII)
				: Base64.getDecoder().decode(QrCode.image("a wall").split(",")[1]);
		return bean(Attachments.class).store(actor(username), new ByteArrayInputStream(bytes), name, Optional.empty())
			.id()
			.toString();
	}

	String number() {
		return this.number;
	}

	CaseFile file() {
		return bean(Cases.class).get(this.number);
	}

	Map<String, Object> data() {
		return bean(Cases.class).data(this.number);
	}

	List<String> openSteps() {
		return bean(Desk.class).openTasks(file()).stream().map(WorkItem::step).toList();
	}

	List<String> people(String step) {
		return bean(Desk.class).openTasks(file())
			.stream()
			.filter((open) -> open.step().equals(step))
			.flatMap((open) -> bean(Desk.class).people(open).stream())
			.toList();
	}

	Actor actor(String username) {
		return bean(ActorSource.class).actor(username);
	}

	private <T> T bean(Class<T> type) {
		return this.house.getBean(type);
	}

}
