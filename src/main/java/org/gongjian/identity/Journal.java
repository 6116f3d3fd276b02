package org.gongjian.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/** What administrators did; replaced by the identity room's own. */
@Service
public class Journal {

	private static final Logger logger = LoggerFactory.getLogger(Journal.class);

	public void record(String what, String subject, String detail) {
		logger.info("{} {} {}", what, subject, detail);
	}

}
