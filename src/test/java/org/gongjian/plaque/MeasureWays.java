package org.gongjian.plaque;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.gongjian.engine.Call;
import org.gongjian.engine.PlainEngine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way a revocation can take, in whichever diagram: from the hearing of the
 * recipients to its end. The plaques are those of two organisations.
 */
enum MeasureWays {

	/** Nobody appeals, every plaque comes back. */
	RETIRED {

		@Override
		void walk(PlainEngine engine) {
			revoked(engine);
			engine.fire("timer-appeal");
			all(engine, "task-recover", "RECOVERED");
			ends(engine, "end-retired", "step-retire");
		}

	},

	/** Silence waives the statement; the appeal is not upheld by both. */
	OVERTURNED {

		@Override
		void walk(PlainEngine engine) {
			assertThat(engine.slots("task-hear-recipient")).containsExactly("secretary@F08", "secretary@G02");
			engine.fire("timer-hearing");
			all(engine, "task-decide", "REVOKE");
			engine.deliver("AppealFiled");
			assertThat(engine.slots("task-appeal")).containsExactly("discipline", "wc-secretary");
			engine.decide("task-appeal", "discipline", "UPHOLD");
			engine.decide("task-appeal", "wc-secretary", "OVERTURN");
			ends(engine, "end-lifted", "step-lift");
		}

	},

	/** Both uphold the revocation, somebody refuses to give the plaque back. */
	UPHELD_AND_REFUSED {

		@Override
		void walk(PlainEngine engine) {
			revoked(engine);
			engine.deliver("AppealFiled");
			all(engine, "task-appeal", "UPHOLD");
			all(engine, "task-recover", "REFUSED");
			assertThat(engine.slots("task-supervise")).containsExactly("supervision");
			all(engine, "task-supervise", "INVALIDATED");
			ends(engine, "end-retired", "step-retire");
		}

	},

	/** The leader keeps the plaques. */
	KEPT {

		@Override
		void walk(PlainEngine engine) {
			all(engine, "task-hear-recipient", "NONE");
			all(engine, "task-decide", "KEEP");
			ends(engine, "end-lifted", "step-lift");
		}

	},

	/** The leader orders a rectification, which is extended once and then verified. */
	RECTIFIED {

		@Override
		void walk(PlainEngine engine) {
			ordered(engine);
			assertThat(engine.slots("task-rectify")).containsExactly("secretary@F08", "secretary@G02");
			all(engine, "task-rectify", "COMPLETE");
			all(engine, "task-verify", "EXTEND_15D");
			assertThat(engine.open()).containsExactly("task-rectify");
			all(engine, "task-rectify", "COMPLETE");
			all(engine, "task-verify", "PASS");
			ends(engine, "end-rectified", "step-restore");
		}

	},

	/** What is not put right leads back to the hearing, and so does silence. */
	NOT_RECTIFIED {

		@Override
		void walk(PlainEngine engine) {
			ordered(engine);
			all(engine, "task-rectify", "COMPLETE");
			all(engine, "task-verify", "FAIL");
			assertThat(engine.open()).containsExactly("task-hear-recipient");
			ordered(engine);
			engine.fire("timer-rectify");
			assertThat(engine.open()).containsExactly("task-hear-recipient");
			assertThat(engine.ran()).endsWith("step-propose-revocation");
		}

	};

	/** From the open hearing on. */
	abstract void walk(PlainEngine engine);

	/** What the step before a measure sets. */
	static void begin(Call call, String kind) {
		call.set("recipientOrgs", "G02,F08");
		call.set("plaques", "DJGJ-2026-001,DJGJ-2026-002");
		call.set("measureKind", kind);
		call.set("rectifyTime", "P30D");
		call.set("rectifyUntil", soon());
		call.set("appealUntil", soon());
	}

	/** A relation that is over: the plaques are fetched, and that is all. */
	static void recalled(PlainEngine engine) {
		assertThat(engine.open()).containsExactly("task-recover");
		all(engine, "task-recover", "RECOVERED");
		assertThat(engine.end()).isEqualTo("end-retired");
	}

	private static void revoked(PlainEngine engine) {
		all(engine, "task-hear-recipient", "STATEMENT");
		assertThat(engine.slots("task-decide")).containsExactly("wc-deputy");
		all(engine, "task-decide", "REVOKE");
		assertThat(engine.open()).isEmpty();
		assertThat(engine.ran()).endsWith("step-notify-decision");
	}

	private static void ordered(PlainEngine engine) {
		all(engine, "task-hear-recipient", "STATEMENT");
		all(engine, "task-decide", "RECTIFY");
	}

	/** Every open slot of the node decides the same. */
	static void all(PlainEngine engine, String node, String decision) {
		assertThat(engine.open()).contains(node);
		while (engine.open().contains(node)) {
			engine.decide(node, engine.slots(node).get(0), decision);
		}
	}

	private static void ends(PlainEngine engine, String end, String lastStep) {
		assertThat(engine.over()).isTrue();
		assertThat(engine.end()).isEqualTo(end);
		assertThat(engine.ran()).endsWith(lastStep);
	}

	private static Date soon() {
		return Date.from(Instant.now().plus(Duration.ofDays(3)));
	}

}
