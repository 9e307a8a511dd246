# rule: python_chosen.several_of_a_list
# source: https://stackoverflow.com
# says: \[words\[i\] for i in picks\]
# %% before
words = ["to", "be", "or"]
picks = [0, 2]
# %% fails
print(words[picks])
# %% mended
print([words[i] for i in picks])
