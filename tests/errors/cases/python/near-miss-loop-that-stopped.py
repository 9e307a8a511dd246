# rule: not python_blocks.loop_without_a_round
# source: constructed
# %% before
words = ['a', 'b']
# %% fails
for word in words:
    if word == 'c':
        found = word
print(found)
