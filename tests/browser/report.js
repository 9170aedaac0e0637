// SPDX-License-Identifier: GPL-3.0-or-later
// Opens reports in Chromium and looks at what a person would see. TAP on stdout.
"use strict";
const { chromium } = require("playwright-core");
const path = require("path");
const fs = require("fs");

const [browserPath, shots, ...files] = process.argv.slice(2);
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"];
let number = 0, failed = 0;

function ok(good, what, why) {
	number++;
	failed += good ? 0 : 1;
	console.log(`${good ? "ok" : "not ok"} ${number} - ${what}`);
	if (!good && why !== undefined)
		console.log(`# ${why}`);
}

// What is wrong with the page as it is laid out, seen from inside it.
function flaws() {
	const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
	const scripts = document.querySelectorAll("script, link, img, iframe, object").length;
	const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
	const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
	const dead = [...document.querySelectorAll("a[href^='#']")]
		.filter((a) => document.getElementById(a.getAttribute("href").slice(1)) === null).length;
	const bare = [...document.querySelectorAll("table")].filter((t) => t.caption === null || t.tHead === null).length;
	const cut = [...document.querySelectorAll("div.table")].filter((d) => d.scrollWidth > d.clientWidth + 1)
		.map((d) => d.querySelector("table").id);
	const outside = [...document.querySelectorAll("svg.chart text")].filter((t) => {
		const box = t.getBBox(), view = t.ownerSVGElement.viewBox.baseVal;
		return box.x < -1 || box.x + box.width > view.width + 1 || box.y + box.height > view.height + 1;
	}).length;
	const empty = [...document.querySelectorAll("h2")].filter((h) => h.parentElement.children.length < 2).length;
	return { wide, scripts, twice, dead, bare, cut, outside, empty,
		lang: document.documentElement.lang, tables: document.querySelectorAll("table").length,
		charts: document.querySelectorAll("svg.chart rect").length,
		quotations: document.querySelectorAll("blockquote").length };
}

async function look(browser, file) {
	const name = path.basename(file, ".html");
	const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, javaScriptEnabled: true });
	const complaints = [], requests = [];

	page.on("console", (m) => complaints.push(m.text()));
	page.on("pageerror", (e) => complaints.push(String(e)));
	page.on("request", (r) => requests.push(r.url()));
	await page.goto("file://" + file);
	const f = await page.evaluate(flaws);
	ok(complaints.length === 0, `${name}: the browser has nothing to complain about`, complaints[0]);
	ok(requests.length === 1, `${name}: nothing is loaded from outside the file`, requests.join(" "));
	ok(f.scripts === 0, `${name}: no script, image, link or frame`);
	ok(!f.wide, `${name}: no sideways scrolling at 1100 pixels`);
	ok(f.cut.length === 0, `${name}: every table fits`, f.cut.join(" "));
	ok(f.outside === 0, `${name}: no label of a chart is cut off`, `${f.outside} labels`);
	ok(f.twice.length === 0 && f.dead === 0, `${name}: ids are unique and links lead somewhere`, f.twice.join(" "));
	ok(f.bare === 0 && f.tables >= 5, `${name}: tables have captions and heads`, `${f.tables} tables`);
	ok(f.charts > 0 && f.quotations > 0 && f.empty === 0, `${name}: charts, quotations, no empty section`);
	await page.screenshot({ path: path.join(shots, name + ".png"), fullPage: true });
	await page.setViewportSize({ width: 400, height: 800 });
	const narrow = await page.evaluate(() => document.documentElement.scrollWidth <= 401);
	ok(narrow, `${name}: readable on a telephone`);
	await page.pdf({ path: path.join(shots, name + ".pdf"), preferCSSPageSize: true });
	const pdf = fs.readFileSync(path.join(shots, name + ".pdf"), "latin1");
	const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf);
	ok(box !== null && Math.abs(box[1] - 595) < 2 && Math.abs(box[2] - 842) < 2, `${name}: prints on A4`, box && box[0]);
	await page.close();
}

(async () => {
	const browser = await chromium.launch({ executablePath: browserPath, args });
	for (const file of files)
		await look(browser, file);
	await browser.close();
	console.log(`1..${number}`);
	process.exit(failed > 0 ? 1 : 0);
})().catch((e) => {
	console.log(`Bail out! ${e}`);
	process.exit(1);
});
