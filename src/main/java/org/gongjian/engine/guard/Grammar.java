package org.gongjian.engine.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Layer 3: which expressions a diagram may hold, read with the engine's own parser. */
final class Grammar {

	/** The functions of the house: name of the bean, its one method. */
	static final Map<String, String> FUNCTIONS = Map.of("workCalendar", "dueIn", "approvers", "of", "approval", "done");

	/** The modeler writes this one by itself. */
	private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

	private static final Set<String> RESERVED = Set.of("execution", "task", "caseExecution", "externalTask",
			"variableContext", "authenticatedUserId");

	private static final Pattern VARIABLES = Pattern.compile("\\$\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}");

	private static final int MAX_LENGTH = 1_000;

	private static final int MAX_PARENTHESES = 40;

	private final Supplier<Set<String>> steps;

	private final Builder builder = new Builder(Builder.Feature.METHOD_INVOCATIONS);

	Grammar(Supplier<Set<String>> steps) {
		this.steps = steps;
	}

	static boolean concerns(String text) {
		return text.contains("${") || text.contains("#{");
	}

	/** What is wrong with a text that may hold expressions. */
	Optional<Problem> check(String text) {
		if (!concerns(text) || text.strip().equals(BUSINESS_KEY)) {
			return Optional.empty();
		}
		if (text.length() > MAX_LENGTH || text.chars().filter((letter) -> letter == '(').count() > MAX_PARENTHESES) {
			return Problem.of(Rule.EXPRESSION_LENGTH, MAX_LENGTH);
		}
		try {
			return walk(this.builder.build(text).getRoot());
		}
		catch (TreeBuilderException | IllegalArgumentException | StackOverflowError ex) {
			return Problem.of(Rule.SYNTAX);
		}
	}

	/**
	 * What is wrong with a text for people: it may hold variables, but nothing to work
	 * out.
	 */
	Optional<Problem> checkText(String text) {
		Optional<Problem> problem = check(text);
		boolean more = concerns(VARIABLES.matcher(text).replaceAll(""));
		return (problem.isEmpty() && more) ? Problem.of(Rule.TEXT_EXPRESSION) : problem;
	}

	/** What is wrong with the name of a step, {@code ${issueNumber}}. */
	Optional<Problem> checkStep(String text) {
		String name = text.strip();
		if (!name.matches("\\$\\{\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}")) {
			return Problem.of(Rule.STEP_ONLY);
		}
		name = name.substring(2, name.length() - 1).strip();
		return this.steps.get().contains(name) ? Optional.empty() : Problem.of(Rule.STEP_UNKNOWN, name);
	}

	private Optional<Problem> walk(Node node) {
		if (node instanceof AstEval eval && eval.isDeferred()) {
			return Problem.of(Rule.DEFERRED);
		}
		if (node instanceof AstIdentifier identifier) {
			return name(identifier.getName());
		}
		if (node instanceof AstFunction function) {
			boolean now = "now".equals(function.getName()) && function.getParamCount() == 0;
			return now ? Optional.empty() : Problem.of(Rule.FUNCTION, function.getName());
		}
		if (node instanceof AstMethod method) {
			return method(method);
		}
		if (node instanceof AstBracket) {
			return Problem.of(Rule.BRACKETS);
		}
		if (node instanceof AstDot dot) {
			boolean key = isName(dot.getChild(0), "execution") && property(dot).equals("processBusinessKey");
			return key ? Optional.empty() : Problem.of(Rule.PROPERTY, property(dot));
		}
		return plain(node) ? children(node) : Problem.of(Rule.SYNTAX);
	}

	private static boolean plain(Node node) {
		return node instanceof AstEval || node instanceof AstComposite || node instanceof AstText
				|| node instanceof AstNested || node instanceof AstBinary || node instanceof AstUnary
				|| node instanceof AstChoice || node instanceof AstLiteral;
	}

	private Optional<Problem> children(Node node) {
		for (int index = 0; index < node.getCardinality(); index++) {
			Optional<Problem> problem = walk(node.getChild(index));
			if (problem.isPresent()) {
				return problem;
			}
		}
		return Optional.empty();
	}

	private Optional<Problem> name(String name) {
		boolean taken = RESERVED.contains(name) || this.steps.get().contains(name);
		return taken ? Problem.of(Rule.RESERVED_NAME, name) : Optional.empty();
	}

	private Optional<Problem> method(AstMethod method) {
		if (!(method.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier bean)) {
			return Problem.of(Rule.METHOD);
		}
		Node parameters = method.getChild(1);
		boolean listed = property(dot).equals(FUNCTIONS.get(bean.getName())) && parameters.getCardinality() == 1;
		if (!listed) {
			return Problem.of(Rule.METHOD);
		}
		Node parameter = parameters.getChild(0);
		boolean execution = isName(parameter, "execution");
		if (bean.getName().equals("workCalendar")) {
			return (parameter instanceof AstLiteral) ? Optional.empty() : (parameter instanceof AstIdentifier variable)
					? name(variable.getName()) : Problem.of(Rule.METHOD);
		}
		return execution ? Optional.empty() : Problem.of(Rule.METHOD);
	}

	private static boolean isName(Node node, String name) {
		return node instanceof AstIdentifier identifier && identifier.getName().equals(name);
	}

	private static String property(AstDot dot) {
		return dot.toString().substring(1).strip();
	}

	record Problem(Rule rule, Object... arguments) {

		static Optional<Problem> of(Rule rule, Object... arguments) {
			return Optional.of(new Problem(rule, arguments));
		}

	}

}
