package org.gongjian.insight;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.gongjian.inbox.ProcessRegisters;
import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** How many cases there are of the processes that were drawn here. */
@Component
class ProcessPart implements Part.Source {

	private final InsightTable table;

	private final ProcessRegisters registers;

	ProcessPart(InsightTable table, ProcessRegisters registers) {
		this.table = table;
		this.registers = registers;
	}

	@Override
	public int order() {
		return 60;
	}

	@Override
	public Part of(Scope scope) {
		Map<String, Bilingual> drawn = this.registers.all();
		List<InsightTable.Cases> cases = this.table.cases(scope.organisation())
			.stream()
			.filter((one) -> drawn.containsKey(one.process()))
			.toList();
		return new Part("insight.drawn",
				List.of(Figure.count("insight.drawn.processes", drawn.size(), "/ledgers", false),
						Figure.count("insight.drawn.open", cases.stream().mapToLong(InsightTable.Cases::open).sum(),
								"/ledgers", false)),
				List.of(chart("insight.drawn.running", cases, drawn, InsightTable.Cases::open, "?status=open"),
						chart("insight.drawn.all", cases, drawn, InsightTable.Cases::all, "")));
	}

	private static Chart chart(String title, List<InsightTable.Cases> cases, Map<String, Bilingual> names,
			ToLongFunction<InsightTable.Cases> value, String status) {
		return new Chart(title, "insight.unit.cases",
				cases.stream()
					.map((one) -> new Bar(names.get(one.process()), null, value.applyAsLong(one), null,
							"/ledgers/" + one.process() + status))
					.toList());
	}

}
