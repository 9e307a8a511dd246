# rule: arrays_copied.copy_forbidden
# source: constructed
# says: numpy\.asarray\(obs,\s+dtype='float32'\)
# %% before
import numpy
obs = numpy.arange(6)
# %% fails
x = numpy.array(obs, dtype='float32', copy=False)
# %% mended
x = numpy.asarray(obs, dtype='float32')
