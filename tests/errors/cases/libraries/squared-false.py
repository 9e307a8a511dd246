# rule: libraries_curves.squared_gone
# source: constructed
# says: root_mean_squared_error
# %% before
from sklearn.metrics import mean_squared_error
real, guess = [1., 2.], [1.5, 2.]
# %% fails
err = mean_squared_error(real, guess, squared=False)
# %% mended
from sklearn.metrics import root_mean_squared_error
err = root_mean_squared_error(real, guess)
