package org.gongjian.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, for people as a page and for tools as a file. */
@Controller
@Hidden
class DocumentController {

	private static final String FILE = "/v3/api-docs";

	private final OpenApiWebMvcResource description;

	private final JsonMapper json;

	DocumentController(OpenApiWebMvcResource description, JsonMapper json) {
		this.description = description;
		this.json = json;
	}

	@GetMapping("/help/api")
	String page(HttpServletRequest request, Locale locale, Model model) {
		byte[] description = describe(request, locale);
		model.addAttribute("groups",
				Described.groups(this.json.readTree(new String(description, StandardCharsets.UTF_8))));
		model.addAttribute("file", FILE);
		return "api/operations";
	}

	/** The file again, where programs sign in with a password or token. */
	@GetMapping(path = "/api/v1/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	byte[] file(HttpServletRequest request, Locale locale) {
		return describe(request, locale);
	}

	private byte[] describe(HttpServletRequest request, Locale locale) {
		try {
			return this.description.openapiJson(request, FILE, locale);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
