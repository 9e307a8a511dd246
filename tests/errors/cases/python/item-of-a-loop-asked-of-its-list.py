# rule: python_calling.number_or_text_called
# source: a learner's notebook
# says: one of\s+its\s+items\s+already
# says: print\(color\)
# %% before
colors = ['red', 'blue']
# %% fails
for color in colors:
    print(colors(color))
# %% mended
for color in colors:
    print(color)
