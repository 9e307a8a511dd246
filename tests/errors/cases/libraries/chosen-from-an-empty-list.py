# rule: libraries_choices.chosen_from_nothing
# source: a learner's notebook
# says: training is empty
# %% before
import numpy as np
def two_of(rows):
    training = []
    for row in rows:
        if row[1] == 'positive':
            training.append(row[0])
    return np.random.choice(training, 2)
# %% fails
two_of([('a', 'neg'), ('b', 'neg')])
# %% mended
two_of([('a', 'positive'), ('b', 'neg')])
