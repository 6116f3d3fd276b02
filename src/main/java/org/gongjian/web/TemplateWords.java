package org.gongjian.web;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every template {@code words} and {@code layout} as variables: inside attributes
 * Thymeleaf lets no expression reach a bean.
 */
@Component
class TemplateWords implements SmartInitializingSingleton {

	private final ThymeleafViewResolver views;

	private final Words words;

	private final Layout layout;

	TemplateWords(ThymeleafViewResolver views, Words words, Layout layout) {
		this.views = views;
		this.words = words;
		this.layout = layout;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.views.addStaticVariable("words", this.words);
		this.views.addStaticVariable("layout", this.layout);
	}

}
