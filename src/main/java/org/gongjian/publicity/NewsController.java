package org.gongjian.publicity;

import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;

import org.gongjian.activity.News;
import org.gongjian.activity.Newsroom;
import org.gongjian.shared.NotFound;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
		News one = this.newsroom.find(id).orElseThrow(() -> new NotFound("news"));
		model.addAttribute("one", one);
		model.addAttribute("photos", this.newsroom.photos(one));
		return "publicity/news-item";
	}

	@GetMapping("/{id}/photos/{position}")
	ResponseEntity<InputStreamResource> photo(@PathVariable UUID id, @PathVariable int position) {
		InputStream photo = this.newsroom.photo(id, position).orElseThrow(() -> new NotFound("photo"));
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.header("X-Content-Type-Options", "nosniff")
			.body(new InputStreamResource(photo));
	}

}
