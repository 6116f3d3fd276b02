package org.gongjian.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class NearMappingsTests {

	private final MockMvcTester mvc = MockMvcTester.create(house());

	private static MockMvc house() {
		return MockMvcBuilders.standaloneSetup(new Doors()).setCustomHandlerMapping(NearMappings::new).build();
	}

	@ParameterizedTest
	@CsvSource({ "/tasks/7, one 7", "/tasks/7/notes, notes 7", "/tasks/7/notes/3, note 3 of 7", "/tasks, all",
			"/files/a/b/c, file /a/b/c", "/any/thing, any any", "/t%61sks/7, one 7", "/tasks/a%20b, one a b",
			"/tasks/7;x=1/notes, notes 7", "/reports/2026.csv, csv 2026" })
	void findsWhatItWouldFindWithoutLookingNear(String path, String answer) {
		assertThat(this.mvc.get().uri(java.net.URI.create(path))).hasStatusOk().bodyText().isEqualTo(answer);
	}

	@Test
	void aPathThatIsKnownForAnotherMethodIsSaidToBe() {
		assertThat(this.mvc.get().uri("/tasks/7/claim")).hasStatus(405);
		assertThat(this.mvc.get().uri("/tasks/7/nothing/at/all")).hasStatus(404);
	}

	@RestController
	static class Doors {

		@GetMapping({ "/tasks", "/work" })
		String all() {
			return "all";
		}

		@GetMapping("/tasks/{id}")
		String one(@PathVariable String id) {
			return "one " + id;
		}

		@GetMapping("/tasks/{id}/notes")
		String notes(@PathVariable String id) {
			return "notes " + id;
		}

		@GetMapping("/tasks/{id}/notes/{note}")
		String note(@PathVariable String id, @PathVariable String note) {
			return "note " + note + " of " + id;
		}

		@PostMapping("/tasks/{id}/claim")
		ResponseEntity<Void> claim(@PathVariable String id) {
			return ResponseEntity.noContent().build();
		}

		@GetMapping("/files/{*path}")
		String file(@PathVariable String path) {
			return "file " + path;
		}

		@GetMapping("/{word}/thing")
		String any(@PathVariable String word) {
			return "any " + word;
		}

		@GetMapping("/reports/{year:[0-9]+}.csv")
		String report(@PathVariable String year) {
			return "csv " + year;
		}

	}

}
