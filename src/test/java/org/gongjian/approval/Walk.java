package org.gongjian.approval;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Answer;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks cases of processes that only tests know, with the people of the town. */
public final class Walk {

	public static final String DECIDE = """
			{"title":{"en":"Review","zh":"审核"},"read":["*"],"decisions":[
			 {"code":"APPROVE","label":{"en":"Approve","zh":"同意"},"kind":"positive"},
			 {"code":"REJECT","label":{"en":"Reject","zh":"不同意"},"kind":"negative","commentRequired":true}]}
			""";

	public static final String DRAFT = "{\"title\":{\"en\":\"Draft\",\"zh\":\"起草\"}}";

	public static final String START = """
			{"title":{"en":"Start","zh":"发起"},"caseTitle":{"en":"About {subject}","zh":"关于{subject}"},
			 "starters":["gov-liaison"],"numberPrefix":"%s","numberDigits":4,"sections":[{"fields":[
			  {"name":"subject","label":{"en":"Subject","zh":"主题"},"type":"text","required":true},
			  {"name":"governmentOrg","label":{"en":"Branch","zh":"支部"},"type":"organisation","required":true,"fact":true,"party":true}]}]}
			""";

	public static final String COMPLETED = "><bpmn:extensionElements><camunda:properties><camunda:property name=\"status\" value=\"completed\"/></camunda:properties></bpmn:extensionElements>";

	private final ApplicationContext house;

	public Walk(ApplicationContext house) {
		this.house = house;
		new Town(house.getBean(JdbcClient.class)).settle();
		Accounts accounts = house.getBean(Accounts.class);
		for (String name : List.of("liaison", "secretary", "ent", "stranger", "officer", "officer2", "head", "deputy",
				"safety")) {
			if (accounts.find("t." + name).isEmpty()) {
				accounts.create("t." + name, name, null, null);
			}
		}
	}

	/** Opens a case by the liaison officer of the town. */
	public String start(String process) {
		String definition = this.house.getBean(ProcessEngine.class)
			.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		FormContext context = FormContext.start(actor("t.liaison"), process,
				this.house.getBean(Forms.class).catalogue(definition));
		return this.house.getBean(Requests.class)
			.open(this.house.getBean(FormSessions.class)
				.fill(context, Map.of("subject", "a hall", "governmentOrg", "TG1"), Answer.of(null, null, Map.of())))
			.number();
	}

	/** Decides what somebody has, or could take, at a step. */
	public Decided decide(String username, String number, String step, String decision) {
		WorkItem item = task(number, step, username);
		Filled filled = this.house.getBean(FormSessions.class)
			.fill(desk().context(actor(username), item), Map.of(),
					Answer.of(decision, "because it is right", Map.of("coiDeclared", "true")));
		return this.house.getBean(Decisions.class).decide(actor(username), item.id(), filled, null);
	}

	public WorkItem task(String number, String step, String username) {
		return open(number).stream()
			.filter((item) -> item.step().equals(step) && desk().people(item).contains(username))
			.findFirst()
			.orElseThrow(() -> new AssertionError(username + " has no " + step + " but " + steps(number)));
	}

	public List<WorkItem> open(String number) {
		return desk().openTasks(this.house.getBean(Cases.class).get(number));
	}

	public List<String> steps(String number) {
		return open(number).stream().map(WorkItem::step).toList();
	}

	public Desk desk() {
		return this.house.getBean(Desk.class);
	}

	public Actor actor(String username) {
		return this.house.getBean(ActorSource.class).actor(username);
	}

}
