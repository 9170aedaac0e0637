# The invented example study: installed for trying the program, and run by README's first command.
examplesdir = $(pkgdatadir)/examples
dist_examples_DATA = \
	examples/01-kepala-desa.docx \
	examples/02-kader-agen.docx \
	examples/03-pedagang-bakso.docx \
	examples/04-sekretaris-desa.txt \
	examples/05-tukang-ojek.md \
	examples/06-buruh-tani.txt \
	examples/07-kantor-cabang.vtt \
	examples/08-fgd-pekerja-informal.txt \
	examples/09-observasi-balai-desa.txt \
	examples/10-ngo-officer.txt \
	examples/README.md \
	examples/manifest.csv
dist_examples_SCRIPTS = \
	examples/run.sh
