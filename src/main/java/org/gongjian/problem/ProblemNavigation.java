package org.gongjian.problem;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of problems and the knowledge base in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProblemNavigation {

	@Bean
	NavigationItem problemsItem() {
		return new NavigationItem("problem.title", "/problems", "registers", 30, null);
	}

	@Bean
	NavigationItem knowledgeItem() {
		return new NavigationItem("problem.knowledge.title", "/knowledge", "registers", 31, null);
	}

}
