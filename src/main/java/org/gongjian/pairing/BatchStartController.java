package org.gongjian.pairing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Side;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The programmes for the Party-building officer, who starts many pairings at once there.
 */
@Controller
@RequestMapping("/programmes")
class BatchStartController {

	private static final int BLANK_ROWS = 5;

	private static final int CHOICES = 500;

	private final BatchStart batch;

	private final Programmes programmes;

	private final ProgrammeTable table;

	private final Organisations organisations;

	BatchStartController(BatchStart batch, Programmes programmes, ProgrammeTable table, Organisations organisations) {
		this.batch = batch;
		this.programmes = programmes;
		this.table = table;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		BatchStart.requireOfficer(actor);
		model.addAttribute("programmes", this.programmes.all());
		model.addAttribute("open", this.programmes.open());
		return "pairing/programme-list";
	}

	@GetMapping("/{code}")
	ModelAndView show(Actor actor, @PathVariable String code) {
		BatchStart.requireOfficer(actor);
		String token = UUID.randomUUID().toString();
		return form(code, new BatchForm(null, null, "2", "1", null, null, true, null, null, null, null, token),
				Mistakes.NONE);
	}

	@PostMapping(path = "/{code}", params = Language.PARAMETER)
	ModelAndView inOtherLanguage(Actor actor, @PathVariable String code, @ModelAttribute BatchForm form) {
		BatchStart.requireOfficer(actor);
		return form(code, form, Mistakes.NONE);
	}

	@PostMapping("/{code}")
	ModelAndView receive(Actor actor, @PathVariable String code, @ModelAttribute BatchForm form,
			@RequestParam(defaultValue = "check") String action, @RequestParam(required = false) MultipartFile file)
			throws IOException {
		BatchStart.requireOfficer(actor);
		programme(code);
		return switch (action) {
			case "start" -> rows(code, form, this.batch.start(actor, code, form)).addObject("started", true);
			case "back", "more" -> form(code, form, Mistakes.NONE);
			default -> check(actor, code, form, file);
		};
	}

	private ModelAndView check(Actor actor, String code, BatchForm typed, MultipartFile file) throws IOException {
		try {
			BatchForm form = typed;
			if (file != null && !file.isEmpty()) {
				var rows = new ArrayList<>(typed.rows());
				rows.addAll(this.batch.read(file.getBytes()));
				form = typed.with(rows);
			}
			if (form.rows().isEmpty() || form.rows().size() > BatchForm.MOST) {
				throw new InvalidInput("governments", "pairing.batch.violation.rows", BatchForm.MOST);
			}
			return rows(code, form, this.batch.check(actor, code, form)).addObject("started", false);
		}
		catch (InvalidInput invalid) {
			ModelAndView again = form(code, typed, Mistakes.of(invalid));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	private ModelAndView form(String code, BatchForm form, Mistakes mistakes) {
		List<BatchForm.Row> rows = new ArrayList<>(form.rows());
		for (int i = 0; i < BLANK_ROWS; i++) {
			rows.add(new BatchForm.Row("", "", ""));
		}
		return new ModelAndView("pairing/batch").addObject("programme", programme(code))
			.addObject("pairs", this.table.states(code))
			.addObject("form", form)
			.addObject("rows", rows)
			.addObject("focuses", List.of("ORGANISATION", "TEAM", "ACTIVITY", "APPEAL", "RESOURCE"))
			.addObject("governments", this.organisations.search("", Side.GOVERNMENT, CHOICES))
			.addObject("enterprises", this.organisations.search("", Side.ENTERPRISE, CHOICES))
			.addObject("mistakes", mistakes);
	}

	private ModelAndView rows(String code, BatchForm form, List<BatchStart.Result> results) {
		return new ModelAndView("pairing/batch-check").addObject("programme", programme(code))
			.addObject("form", form)
			.addObject("results", results)
			.addObject("fine", results.stream().filter(BatchStart.Result::fine).count())
			.addObject("organisations", this.organisations);
	}

	private Programme programme(String code) {
		return this.programmes.find(code).orElseThrow(() -> new NotFound("programme " + code));
	}

}
