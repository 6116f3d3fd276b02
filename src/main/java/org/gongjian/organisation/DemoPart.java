package org.gongjian.organisation;

/**
 * Demo data of one room. Loaded once in the demo profile, each in its own transaction.
 */
public interface DemoPart {

	/** Smaller is loaded earlier; organisations, people and accounts are 0. */
	int order();

	/** Writes the room's demo rows. */
	void load(DemoSource source);

}
