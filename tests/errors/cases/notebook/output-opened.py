# rule: notebook_output.lines_as_one
# source: constructed
# says: found is a list \(SList\) of what !ls \*\.txt printed
# says: open\(found\[0\]\)
# %% before
open('notes.txt', 'w').write('five')
found = !ls *.txt
# %% fails
text = open(found).read()
# %% mended
text = open(found[0]).read()
