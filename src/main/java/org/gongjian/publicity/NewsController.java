package org.gongjian.publicity;

import java.util.UUID;

import org.gongjian.activity.Newsroom;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public news page: activities whose news passed three reviews. */
@Controller
@RequestMapping("/news")
class NewsController {

	private static final int ROWS = 20;

	private final Newsroom newsroom;

	NewsController(Newsroom newsroom) {
		this.newsroom = newsroom;
	}

	@GetMapping
	String list(@RequestParam(required = false) String cursor, Model model) {
		model.addAttribute("news", this.newsroom.page(cursor, ROWS));
		return "publicity/news";
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		model.addAttribute("one", this.newsroom.find(id).orElseThrow(() -> new NotFound("news")));
		return "publicity/news-item";
	}

}
