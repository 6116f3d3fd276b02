package org.gongjian.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What breaks in the middle of the work. */
enum Accident {

	/** The only node, on H2. */
	H2 {

		@Override
		Street street(Path jar, Path home, PowerfulPostgres postgres) throws IOException {
			return new Street(List.of(new RunningHouse(jar, home, Map.of())));
		}

		@Override
		Duration happen(Street street, PowerfulPostgres postgres) throws IOException, InterruptedException {
			street.close();
			return Duration.ZERO;
		}

	},

	/** One of two nodes on PostgreSQL; the other goes on. */
	NODE {

		@Override
		Street street(Path jar, Path home, PowerfulPostgres postgres) throws IOException {
			return two(jar, home, postgres);
		}

		@Override
		Duration happen(Street street, PowerfulPostgres postgres) throws InterruptedException {
			street.nodes().get(Math.floorMod(street.turn().get(), 2)).kill();
			return Duration.ofSeconds(5);
		}

	},

	/** The PostgreSQL under two nodes, which stay up. */
	DATABASE {

		@Override
		Street street(Path jar, Path home, PowerfulPostgres postgres) throws IOException {
			return two(jar, home, postgres);
		}

		@Override
		Duration happen(Street street, PowerfulPostgres postgres) throws IOException, InterruptedException {
			postgres.kill();
			postgres.start();
			return Duration.ofSeconds(5);
		}

	};

	abstract Street street(Path jar, Path home, PowerfulPostgres postgres) throws IOException;

	/**
	 * Lets it happen.
	 * @return how much longer people who still get answers should go on
	 */
	abstract Duration happen(Street street, PowerfulPostgres postgres) throws IOException, InterruptedException;

	private static Street two(Path jar, Path home, PowerfulPostgres postgres) throws IOException {
		return new Street(List.of(new RunningHouse(jar, home, postgres.settings()),
				new RunningHouse(jar, home, postgres.settings())));
	}

}
