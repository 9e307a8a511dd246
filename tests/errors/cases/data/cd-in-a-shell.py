# rule: folders_changed.in_a_shell_of_its_own
# source: constructed
# says: !cd weather
# says: shell of its own
# says: %cd weather
# %% before
from pathlib import Path
Path('weather').mkdir()
Path('weather/june.txt').write_text('sun')
# %% fails
!cd weather
text = open('june.txt').read()
# %% mended
%cd weather
text = open('june.txt').read()
