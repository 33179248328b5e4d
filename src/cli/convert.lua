-- What pandoc runs over a document that becomes Word or OpenDocument: a picture gives way to its words, a link too
-- unless it leads to the web or to an address of mail, raw HTML to nothing. A table that is wider than a page is given
-- in bands of columns, each beside the labels, so that no figure is broken in two.

function Image(picture) return picture.caption end

function Link(link)
  local target = link.target:lower()
  if not (target:match('^https?://') or target:match('^mailto:')) then return link.content end
end

-- What a letter binds becomes a bookmark, and what it is bound to a property of that name: Word keeps both. Number 0 is
-- the letter's head; a part has no end, and a table one of its own.
local bound, count, values, tables = {}, 0, {}, {}

local function begin_bookmark(name)
  count = count + 1
  bound[count] = name
  return ('<w:bookmarkStart w:id="%d" w:name="medfin_%d"/>'):format(900000 + count, count)
end

local function end_bookmark(at) return ('<w:bookmarkEnd w:id="%d"/>'):format(900000 + at) end

function RawInline(raw)
  local name = raw.text:match('^<data%s+value="([^"]*)">$')
  if name then
    local mark = begin_bookmark(name)
    values[#values + 1] = count
    return pandoc.RawInline('openxml', mark)
  end
  if raw.text == '</data>' and #values > 0 then return pandoc.RawInline('openxml', end_bookmark(table.remove(values))) end
  return {}
end

function RawBlock(raw)
  local kind, name = raw.text:match('^<!%-%-medfin:(%a+) (.-)%-%->%s*$')
  if kind == 'letter' then
    bound[0] = 'letter ' .. name
  elseif kind then
    local mark = begin_bookmark(kind .. ' ' .. name)
    if kind == 'table' then tables[#tables + 1] = count else mark = mark .. end_bookmark(count) end
    return pandoc.RawBlock('openxml', mark)
  elseif raw.text:match('^<!%-%-/medfin%-%->%s*$') and #tables > 0 then
    return pandoc.RawBlock('openxml', end_bookmark(table.remove(tables)))
  end
  return {}
end

function Pandoc(doc)
  for at, name in pairs(bound) do doc.meta['medfin_' .. at] = pandoc.MetaString(name) end
  return doc
end

-- In characters: a line of a table's text on A4, what a cell's edges take, and what words without a figure may be
-- broken at.
local LINE, EDGES, LONGEST_WORD = 90, 3, 30

local function size_of(text) return utf8.len(text) or #text end

-- By column: the longest word, and the longest text; a heading may stand on as many lines as it has words.
local function measured(wide)
  local words, texts = {}, {}
  for i = 1, #wide.colspecs do words[i], texts[i] = 0, 0 end
  local function measure(rows, is_head)
    for _, row in ipairs(rows) do
      for i, cell in ipairs(row.cells) do
        local text = pandoc.utils.stringify(cell.contents)
        if not is_head then texts[i] = math.max(texts[i], size_of(text)) end
        for word in text:gmatch('%S+') do
          local size = size_of(word)
          words[i] = math.max(words[i], word:find('%d') and size or math.min(size, LONGEST_WORD))
        end
      end
    end
  end
  measure(wide.head.rows, true)
  for _, body in ipairs(wide.bodies) do measure(body.body) end
  for i = 1, #words do words[i], texts[i] = words[i] + EDGES, math.max(words[i], texts[i]) + EDGES end
  return words, texts
end

local function sum(widths, columns)
  local all = 0
  for _, i in ipairs(columns) do all = all + widths[i] end
  return all
end

-- The columns behind the labels in so many bands of about the same width, and whether each fits in a line.
local function split(words, count)
  local rest = {}
  for i = 2, #words do rest[#rest + 1] = i end
  local goal, bands, fits = sum(words, rest) / count, { { 1 } }, true
  for _, i in ipairs(rest) do
    local last = bands[#bands]
    if #last > 1 and sum(words, last) - words[1] + words[i] / 2 > goal then
      last = { 1 }
      bands[#bands + 1] = last
    end
    last[#last + 1] = i
  end
  for _, band in ipairs(bands) do fits = fits and (#band <= 2 or sum(words, band) <= LINE) end
  return bands, fits
end

local function kept(rows, columns)
  for _, row in ipairs(rows) do
    local cells = {}
    for at, i in ipairs(columns) do cells[at] = row.cells[i] end
    row.cells = cells
  end
end

-- Those columns of the table: each has room for its words, and they share the rest of the line by what they hold.
local function part(wide, columns, words, texts)
  local made, specs = wide:clone(), {}
  kept(made.head.rows, columns)
  for _, body in ipairs(made.bodies) do kept(body.body, columns) end
  local needed, wanted = sum(words, columns), sum(texts, columns)
  local given = wanted > needed and math.max(0, math.min(1, (LINE - needed) / (wanted - needed))) or 0
  for at, i in ipairs(columns) do
    specs[at] = { wide.colspecs[i][1], (words[i] + (texts[i] - words[i]) * given) / math.max(LINE, needed) }
  end
  made.colspecs = specs
  return made
end

function Table(wide)
  local words, texts = measured(wide)
  local count, bands, fits = 0, nil, false
  while not fits do
    count = count + 1
    bands, fits = split(words, count)
    fits = fits or count > #words
  end
  local made = {}
  for at, columns in ipairs(bands) do
    if at > 1 then made[#made + 1] = pandoc.Para { pandoc.Str '\u{a0}' } end
    made[#made + 1] = part(wide, columns, words, texts)
  end
  return made
end
