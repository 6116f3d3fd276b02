package org.gongjian.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says everything that is wrong with a diagram (BPMN) or a decision table (DMN), before
 * the engine sees it. Knows no I/O and changes nothing.
 */
public final class DiagramCheck {

	private static final Set<String> DANGEROUS = Arrays.stream(Rule.values())
		.filter(Rule::dangerous)
		.map(Rule::id)
		.collect(Collectors.toSet());

	private final Grammar grammar;

	/**
	 * Creates a check.
	 * @param steps the names of the registered steps, asked at every check
	 */
	public DiagramCheck(Supplier<Set<String>> steps) {
		this.grammar = new Grammar(steps);
	}

	/**
	 * Checks one file; errors come first, each part in the order of the file.
	 * @param fileName its name, {@code .bpmn} or {@code .dmn}, or {@code null} if unknown
	 */
	public List<Finding> check(byte[] xml, String fileName) {
		var findings = new Findings();
		try {
			check(xml, fileName, findings);
		}
		catch (StackOverflowError | OutOfMemoryError ex) {
			findings.file(Rule.TOO_COMPLEX, 0);
		}
		return findings.sorted();
	}

	/** Whether a finding is about something that must not even be kept. */
	public static boolean isDangerous(Finding finding) {
		return finding.dangerous();
	}

	/** The findings that hold even for what was deployed under older rules. */
	List<Finding> dangers(byte[] xml, String fileName) {
		return check(xml, fileName).stream().filter((finding) -> DANGEROUS.contains(finding.rule())).toList();
	}

	private void check(byte[] xml, String fileName, Findings findings) {
		String extension = extension(fileName);
		if (!Set.of("", "bpmn", "dmn").contains(extension)) {
			findings.file(Rule.FILE_KIND, 0);
			return;
		}
		Xml root = XmlReader.read(xml, findings);
		if (root == null) {
			return;
		}
		if (root.is(Names.BPMN, "definitions") && !extension.equals("dmn")) {
			diagram(xml, root, findings);
		}
		else if (Names.DMN.contains(root.namespace) && root.name.equals("definitions") && !extension.equals("bpmn")) {
			new TableCheck(findings).check(root);
		}
		else {
			findings.file(Rule.FILE_KIND, root.line);
		}
	}

	private void diagram(byte[] xml, Xml root, Findings findings) {
		new StructureCheck(findings).check(root);
		new ExpressionCheck(this.grammar, findings).check(root);
		new ProcessCheck(findings).check(root);
		new TimeCheck(findings).check(root);
		new DrawingCheck(findings).check(root);
		new FlowCheck(findings).check(root);
		new AdviceCheck(findings).check(root);
		if (findings.clean()) {
			new SchemaCheck(findings).check(xml, root);
		}
	}

	private static String extension(String fileName) {
		return (fileName == null) ? "" : fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

}
