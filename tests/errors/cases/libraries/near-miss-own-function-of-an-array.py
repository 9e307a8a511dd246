# rule: not libraries_one_number.math_of_an_array
# source: constructed
# %% before
import numpy as np
x = np.linspace(0, 1, 5)
# %% fails
float(x)
