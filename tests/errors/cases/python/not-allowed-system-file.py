# rule: python_files.not_allowed
# source: constructed
# says: /proc/sys/kernel/version
# %% before
place = '/proc/sys/kernel/version'
# %% fails
open(place, 'w')
