# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: plt is None here, not the module matplotlib\.pyplot
# says: plt = plt\.show\(\) in cell \[1\]
# says: import matplotlib\.pyplot as plt
# %% before
import matplotlib.pyplot as plt
plt = plt.show()
# %% fails
plt.plot([1, 2, 3])
# %% mended
import matplotlib.pyplot as plt
plt.show()
plt.plot([1, 2, 3])
