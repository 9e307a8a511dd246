# rule: python_types.text_and_container
# source: constructed
# says: print\('mean ' \+ str\(mean\) \+ ' of ' \+ str\(n\)\)
# %% before
import numpy as np
values = np.array([1.0, 2.0])
mean, n = values.mean().astype('float32'), len(values)
# %% fails
print('mean ' + mean + ' of ' + n)
# %% mended
print('mean ' + str(mean) + ' of ' + str(n))
