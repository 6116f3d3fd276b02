package org.gongjian.activity;

import java.util.List;

import org.gongjian.casefile.CaseFile;
import org.gongjian.inbox.PublicFacts;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** The news of an activity is what the public sees of its case. */
@Component
class PublicNews implements PublicFacts {

	private final NewsTable news;

	PublicNews(NewsTable news) {
		this.news = news;
	}

	@Override
	public List<Shown> of(CaseFile file) {
		return this.news.ofCase(file.number())
			.stream()
			.map((one) -> new Shown(new Bilingual("News: " + one.headline(), "新闻：" + one.headline()), one.publishedAt(),
					"/news/" + one.id()))
			.toList();
	}

}
