package org.gongjian.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page shows; in templates {@code layout}. */
@Component("layout")
class Layout {

	private static final List<String> GROUPS = List.of("work", "registers", "overview", "people", "processes",
			"system");

	private final List<NavigationItem> items;

	private final ObjectProvider<Visitor> visitor;

	private final ObjectProvider<Bell> bell;

	private final boolean demo;

	Layout(ObjectProvider<NavigationItem> items, ObjectProvider<Visitor> visitor, ObjectProvider<Bell> bell,
			Environment environment) {
		this.items = items.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
		this.visitor = visitor;
		this.bell = bell;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	/** One group of the navigation with the entries the visitor may see. */
	record Group(String name, List<NavigationItem> items) {
	}

	/** The person signed in, or {@code null}. */
	public Actor actor() {
		return Optional.ofNullable(this.visitor.getIfAvailable()).flatMap(Visitor::actor).orElse(null);
	}

	/** Whether single keys do something on pages. */
	public boolean keys() {
		return Optional.ofNullable(this.visitor.getIfAvailable()).filter(Visitor::shortcuts).isPresent();
	}

	/** What tells of news, or {@code null}. */
	public Bell bell() {
		return this.bell.getIfAvailable();
	}

	/** The navigation for a person. */
	public List<Group> navigation(Actor actor) {
		return GROUPS.stream()
			.map((group) -> new Group(group, entries(group, actor).toList()))
			.filter((group) -> !group.items().isEmpty())
			.toList();
	}

	private Stream<NavigationItem> entries(String group, Actor actor) {
		return this.items.stream().filter((item) -> item.group().equals(group) && item.isFor(actor));
	}

	/** Whether the page belongs to the entry: the one with the longest matching path. */
	public boolean isShown(NavigationItem item) {
		String path = request().getRequestURI();
		return belongs(path, item) && this.items.stream()
			.noneMatch((other) -> other.path().length() > item.path().length() && belongs(path, other));
	}

	private static boolean belongs(String path, NavigationItem item) {
		return path.equals(item.path()) || (item.path().length() > 1 && path.startsWith(item.path() + "/"));
	}

	/** The other language of the house. */
	public Locale otherLanguage() {
		boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
		return chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
	}

	/** Whether the data are demo data. */
	public boolean demo() {
		return this.demo;
	}

	/**
	 * The address of the page with one parameter changed, or dropped for {@code null}.
	 */
	public String here(String parameter, String value) {
		return LocalPath.with(request(), parameter, value);
	}

	/** Whether the page is not the first one of its list. */
	public boolean isFurther() {
		return request().getParameter("cursor") != null;
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

}
