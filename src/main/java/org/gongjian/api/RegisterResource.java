package org.gongjian.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.inbox.ProcessRegisters;
import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers other rooms keep: pairings, plaques and what follows. */
@RestController
@RequestMapping("/api/v1/registers/{register}")
@Tag(name = "api.tag.registers")
class RegisterResource {

	private final Map<String, Register> registers;

	private final ProcessRegisters drawn;

	RegisterResource(List<Register> registers, ProcessRegisters drawn) {
		this.drawn = drawn;
		this.registers = registers.stream().collect(Collectors.toMap(Register::name, Function.identity()));
	}

	@GetMapping
	@Operation(summary = "api.op.register")
	Items<Map<String, Object>> list(Actor actor, @PathVariable String register,
			@RequestParam(required = false) String q, @RequestParam(required = false) String status, Window window) {
		return Items.of(register(register).page(actor, Search.text(q), status, window.cursor(), window.limit()),
				Function.identity());
	}

	@GetMapping("/{number}")
	@Operation(summary = "api.op.register.row")
	Map<String, Object> show(Actor actor, @PathVariable String register, @PathVariable String number) {
		return register(register).find(actor, number).orElseThrow(() -> new NotFound(register + " " + number));
	}

	private Register register(String name) {
		return Optional.ofNullable(this.registers.get(name))
			.or(() -> this.drawn.find(name))
			.orElseThrow(() -> new NotFound("register " + name));
	}

}
