package org.gongjian.problem;

import java.util.List;

import org.gongjian.pairing.Measured;
import org.gongjian.pairing.OpenMatters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingAside;
import org.gongjian.pairing.PairingRecord;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.MessageSource;

import java.util.Locale;

/** What a pairing's page and its close-out check say of problems. */
@Configuration(proxyBeanMethods = false)
class ProblemsOfPairing {

	private static final int SHOWN = 8;

	@Bean
	PairingAside problemAside(Problems problems, MessageSource messages) {
		return new PairingAside() {

			@Override
			public String heading() {
				return "problem.title";
			}

			@Override
			public int order() {
				return 30;
			}

			@Override
			public Begin begin(Actor actor, Pairing pairing) {
				boolean reporter = actor.groups().contains("ent-liaison@" + pairing.enterpriseOrg())
						|| actor.groups().contains("ent-secretary@" + pairing.enterpriseOrg());
				return (reporter && pairing.status().paired()) ? new Begin("problem.begin", "/new/" + Problem.PROCESS)
						: null;
			}

			@Override
			public List<Line> lines(Actor actor, Pairing pairing) {
				return problems.ofPairing(actor, pairing.number(), SHOWN)
					.stream()
					.map((problem) -> new Line(new Bilingual(problem.number(), problem.number()),
							state(messages, problem), "/problems/" + problem.number()))
					.toList();
			}

		};
	}

	private static Bilingual state(MessageSource messages, Problem problem) {
		String key = "problem.state." + problem.state().name();
		return new Bilingual(
				messages.getMessage(key, null, Locale.ENGLISH) + ": " + Bilingual.ofTitle(problem.title()).en(),
				messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE) + "："
						+ Bilingual.ofTitle(problem.title()).zh());
	}

	@Bean
	OpenMatters openProblemsOfPairing(ProblemListTable list, ProblemTable problems) {
		return new OpenMatters() {

			@Override
			public Kind kind() {
				return Kind.PROBLEM;
			}

			@Override
			public List<Matter> of(Pairing pairing) {
				return list.openOf(pairing.number())
					.stream()
					.flatMap((number) -> problems.find(number).stream())
					.filter((problem) -> !problem.confidential())
					.map((problem) -> new Matter(problem.number(), Bilingual.ofTitle(problem.title()),
							"/problems/" + problem.number()))
					.toList();
			}

		};
	}

	@Bean
	PairingRecord solvedProblems(ProblemListTable list) {
		return (pairing, from, to) -> {
			ProblemListTable.Closed closed = list.closed(pairing.number(), from, to);
			return (closed.all() == 0) ? List.of()
					: List.of(new Measured(Measured.Criterion.PROBLEMS, 100 * closed.solved() / closed.all(),
							closed.solved(), new Bilingual(closed.solved() + " of " + closed.all() + " problems solved",
									"诉求" + closed.all() + "件，解决" + closed.solved() + "件")));
		};
	}

}
