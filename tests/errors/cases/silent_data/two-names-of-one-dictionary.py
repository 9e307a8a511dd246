# notice: repeated_rows.two_names_of_one_list
# source: constructed
# says: one\s+and\s+the\s+same\s+dictionary
# says: hits,\s+misses\s+=\s+\{\},\s+\{\}
# %% before
words = ['a', 'b', 'a', 'c']
hits = misses = {}
# %% cell
for w in words:
    if w == 'a': hits[w] = hits.get(w, 0) + 1
    else: misses[w] = misses.get(w, 0) + 1
print(hits, misses)
# %% mended
hits, misses = {}, {}
for w in words:
    if w == 'a': hits[w] = hits.get(w, 0) + 1
    else: misses[w] = misses.get(w, 0) + 1
print(hits, misses)
