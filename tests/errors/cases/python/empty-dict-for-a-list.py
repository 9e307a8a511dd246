# rule: containers_asked.empty_dict_as_a_list
# source: a learner's notebook
# says: results = \[\]\s+results.append\(one\)
# %% before
results = {}
one = {'name': 'Khan', 'votes': 2}
# %% fails
results.append[one]
# %% mended
results = []
results.append(one)
