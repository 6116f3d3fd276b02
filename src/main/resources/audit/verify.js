// Verifies an audit package without any library and without a network.
(function () {
  "use strict";

  var K = [];
  var START = [];

  // SHA-256, FIPS 180-4: constants are the fractional parts of roots of the first primes.
  (function () {
    function fraction(x) { return ((x - Math.floor(x)) * 4294967296) >>> 0; }
    for (var n = 2, found = 0; found < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) { if (n % d === 0) { prime = false; break; } }
      if (prime) {
        if (found < 8) { START.push(fraction(Math.pow(n, 1 / 2))); }
        K.push(fraction(Math.pow(n, 1 / 3)));
        found++;
      }
    }
  })();

  function right(x, n) { return (x >>> n) | (x << (32 - n)); }

  function sha256(bytes) {
    var length = bytes.length;
    var blocks = ((length + 8) >> 6) + 1;
    var padded = new Uint8Array(blocks * 64);
    padded.set(bytes);
    padded[length] = 0x80;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 536870912));
    view.setUint32(padded.length - 4, (length * 8) >>> 0);
    var h = START.slice();
    var w = new Uint32Array(64);
    for (var at = 0; at < padded.length; at += 64) {
      var i;
      for (i = 0; i < 16; i++) { w[i] = view.getUint32(at + i * 4); }
      for (i = 16; i < 64; i++) {
        var s0 = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ (w[i - 15] >>> 3);
        var s1 = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ (w[i - 2] >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) >>> 0;
      }
      var v = h.slice();
      for (i = 0; i < 64; i++) {
        var e1 = right(v[4], 6) ^ right(v[4], 11) ^ right(v[4], 25);
        var choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
        var t1 = (v[7] + e1 + choice + K[i] + w[i]) >>> 0;
        var e0 = right(v[0], 2) ^ right(v[0], 13) ^ right(v[0], 22);
        var most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        v = [(t1 + e0 + most) >>> 0, v[0], v[1], v[2], (v[3] + t1) >>> 0, v[4], v[5], v[6]];
      }
      for (i = 0; i < 8; i++) { h[i] = (h[i] + v[i]) >>> 0; }
    }
    return h.map(function (x) { return ("0000000" + x.toString(16)).slice(-8); }).join("");
  }

  function text(bytes) { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); }

  function hashOf(string) { return sha256(new TextEncoder().encode(string)); }

  function crc32(bytes) {
    var crc = 0xffffffff;
    for (var i = 0; i < bytes.length; i++) {
      crc ^= bytes[i];
      for (var bit = 0; bit < 8; bit++) { crc = (crc >>> 1) ^ ((crc & 1) ? 0xedb88320 : 0); }
    }
    return (crc ^ 0xffffffff) >>> 0;
  }

  var DIRECTORY = "The directory of the zip is damaged. 压缩包目录已损坏。";

  var CHANGED = " was changed 已被改动";

  function nameOf(bytes) {
    try { return text(bytes); } catch (unreadable) { throw new Error(DIRECTORY); }
  }

  function demand(holds, what) { if (!holds) { throw new Error(what); } }

  var PACKED_AGAIN = "The zip was packed again: it proves nothing, choose the one that was downloaded. 压缩包已重新打包，不能作为证明，请选择下载所得的原件。";

  // The files of a zip whose entries are stored. Every byte has a meaning: what is not
  // content must be what the house writes. What is wrong is collected, so that a file
  // that was changed is named even in a zip that was packed again.
  function unzip(bytes, wrong) {
    var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    function two(at) { return view.getUint16(at, true); }
    function four(at) { return view.getUint32(at, true); }
    var packedAgain = false;
    function expect(holds) { packedAgain = packedAgain || !holds; }
    var end = bytes.length - 22;
    demand(end >= 0 && four(end) === 0x06054b50, "This is no zip file as downloaded. 这不是下载所得的 zip 原件。");
    demand(four(end + 4) === 0 && two(end + 8) === two(end + 10) && two(end + 20) === 0, "The end of the zip is damaged. 压缩包尾部已损坏。");
    var at = four(end + 16);
    demand(at + four(end + 12) === end, DIRECTORY);
    var expected = 0;
    var files = {};
    for (var i = 0; i < two(end + 10); i++) {
      demand(at + 46 <= end && four(at) === 0x02014b50, DIRECTORY);
      var size = four(at + 20);
      var nameLength = two(at + 28);
      var name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
      var local = four(at + 42);
      demand(local + 30 < end && four(local) === 0x04034b50, name + ": its entry is damaged 该条目已损坏");
      demand(two(at + 10) === 0, PACKED_AGAIN);
      expect(local === expected && two(at + 4) === two(at + 6) && two(at + 30) === 0 && four(at + 32) === 0 && two(at + 36) === 0 && four(at + 38) === 0);
      for (var k = 0; k < 26; k++) { expect(bytes[at + 6 + k] === bytes[local + 4 + k]); }
      expect(four(at + 24) === size && four(at + 12) === 0x00220000 && (two(at + 8) & ~0x0800) === 0);
      var from = local + 30 + nameLength + two(local + 28);
      demand(from + size <= four(end + 16), name + " is cut off 不完整");
      demand(nameOf(bytes.subarray(local + 30, local + 30 + nameLength)) === name, name + " is called otherwise 名称不一致");
      demand(!Object.prototype.hasOwnProperty.call(files, name), name + " is there twice 重复");
      files[name] = bytes.subarray(from, from + size);
      if (crc32(files[name]) !== four(at + 16)) { wrong.push(name + CHANGED); }
      expected = from + size;
      at += 46 + nameLength + two(at + 30) + two(at + 32);
    }
    expect(at === end && expected === four(end + 16));
    if (packedAgain) { wrong.push(PACKED_AGAIN); }
    return files;
  }

  function values(list) {
    return list.map(function (value) { return value === null ? "-" : value.length + ":" + value; }).join("\n");
  }

  function dataHash(before, changes, after, upTo) {
    var hash = before;
    for (var revision = after + 1; revision <= upTo; revision++) {
      var content = changes.filter(function (change) { return Number(change[0]) === revision; }).map(values);
      if (content.length > 0) { hash = hashOf(hash + "\n" + content.join("\n")); }
    }
    return hash;
  }

  function verify(bytes) {
    var wrong = [];
    var files = unzip(bytes, wrong);
    ["manifest.json", "seal.txt"].forEach(function (name) { demand(files[name], name + " is missing 缺失"); });
    var seal = sha256(files["manifest.json"]);
    if (String.fromCharCode.apply(null, files["seal.txt"]) !== seal) {
      if (wrong.length === 0 || wrong[0] === PACKED_AGAIN) { wrong.unshift("manifest.json or seal.txt was changed: they do not belong together 清单 manifest.json 与封签 seal.txt 不符，其中之一已被改动"); }
      return { wrong: wrong, manifest: null, seal: seal };
    }
    var manifest = JSON.parse(text(files["manifest.json"]));
    var named = Object.keys(manifest.files);
    function tell(what) { if (wrong.indexOf(what) < 0) { wrong.unshift(what); } }
    named.forEach(function (name) {
      if (!files[name]) { tell(name + " is missing 缺失"); }
      else if (sha256(files[name]) !== manifest.files[name]) { tell(name + CHANGED); }
    });
    Object.keys(files).forEach(function (name) {
      if (named.indexOf(name) < 0 && name !== "manifest.json" && name !== "seal.txt") { tell(name + " was put in 系添加"); }
    });
    if (wrong.length === 0) { chain(files, manifest, wrong); }
    return { wrong: wrong, manifest: manifest, seal: seal };
  }

  function chain(files, manifest, wrong) {
    var log = JSON.parse(text(files["log.json"]));
    var changes = JSON.parse(text(files["data-changes.json"]));
    var hash = "";
    var data = "";
    var revision = 0;
    log.forEach(function (line, index) {
      var next = Number(line[13]);
      data = dataHash(data, changes, revision, next);
      revision = next;
      hash = hashOf(hash + "\n" + values([manifest["case"]].concat(line.slice(0, 15))));
      if (Number(line[0]) !== index + 1 || line[14] !== data || line[15] !== hash) { wrong.push("line " + (index + 1) + " of the log (log.json) is not what it was 日志该条与原记录不符"); }
    });
    if (log.length !== manifest.lines || hash !== manifest.lastHash) { wrong.push("the log (log.json) does not end where it ended 日志结尾与原记录不符"); }
  }

  function say(result, error) {
    var out = document.getElementById("result");
    out.textContent = "";
    var good = !error && result.wrong.length === 0;
    var box = document.createElement("div");
    box.className = good ? "good" : "bad";
    var head = document.createElement("h2");
    head.textContent = good ? "Verified · 核验通过" : "Not verified · 核验未通过";
    box.appendChild(head);
    var list = document.createElement("ul");
    var lines = error ? [error.message] : good ? [
      "Case 事项: " + result.manifest["case"] + " · " + result.manifest.titleEn + (result.manifest.titleZh === result.manifest.titleEn ? "" : " · " + result.manifest.titleZh),
      "Log lines 日志条数: " + result.manifest.lines + " · Files 文件数: " + Object.keys(result.manifest.files).length + " · Attachments 附件数: " + result.manifest.attachments.length,
      "Made 生成: " + result.manifest.madeAt + " · " + result.manifest.madeBy,
      "Seal 封签 (compare with the journal of the house 请与系统日志核对): " + result.seal
    ] : result.wrong;
    lines.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      list.appendChild(item);
    });
    box.appendChild(list);
    out.appendChild(box);
  }

  window.gongjianVerify = verify;

  document.getElementById("file").addEventListener("change", function (event) {
    var file = event.target.files[0];
    if (!file) { return; }
    file.arrayBuffer().then(function (buffer) { say(verify(new Uint8Array(buffer))); }).catch(function (error) { say(null, error); });
  });
})();
