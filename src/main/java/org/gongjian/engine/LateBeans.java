package org.gongjian.engine;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A read-only map over beans that are made when first asked for. */
class LateBeans extends AbstractMap<Object, Object> {

	private final Supplier<Set<String>> names;

	private final Function<String, Object> find;

	LateBeans(Supplier<Set<String>> names, Function<String, Object> find) {
		this.names = names;
		this.find = find;
	}

	@Override
	public boolean containsKey(Object key) {
		return this.names.get().contains(key);
	}

	@Override
	public Object get(Object key) {
		return this.find.apply((String) key);
	}

	@Override
	public Set<Object> keySet() {
		return Set.copyOf(this.names.get());
	}

	@Override
	public Collection<Object> values() {
		return this.names.get().stream().map(this.find).toList();
	}

	@Override
	public Set<Map.Entry<Object, Object>> entrySet() {
		throw new UnsupportedOperationException("diagrams name their beans one by one");
	}

}
