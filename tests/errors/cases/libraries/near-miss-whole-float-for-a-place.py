# rule: not choices_as_places.value_for_a_place
# source: constructed
# %% before
import numpy as np
places, names = np.array([0., 1., 2.]), np.array(['a', 'b', 'c'])
# %% fails
i = np.random.choice(places)
names[i]
