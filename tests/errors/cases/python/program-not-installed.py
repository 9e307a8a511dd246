# rule: commands.no_such_program
# source: constructed
# says: no program ffmpegg on this computer
# %% before
import subprocess, sys
from pathlib import Path
Path('walk.mp4').write_bytes(b'')
# %% fails
subprocess.run(['ffmpegg', '-i', 'walk.mp4', 'frames/%03d.jpg'])
# %% mended
subprocess.run([sys.executable, '-V'])
